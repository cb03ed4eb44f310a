// What was made for a user serves that user again until half of its life is over.
import { SECONDS_TO_LIVE } from './cloudflare.js';

export function perUser(make) {
  const kept = new Map();
  return async (user) => {
    const found = kept.get(user);
    if (found && Date.now() < found.until) {
      return found.value;
    }
    const value = await make(user);
    kept.set(user, { value, until: Date.now() + SECONDS_TO_LIVE * 500 });
    return value;
  };
}
