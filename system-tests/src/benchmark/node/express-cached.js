import { perUser } from './cache.js';
import { mint } from './cloudflare.js';
import { serve } from './express-app.js';

serve(perUser(mint));
