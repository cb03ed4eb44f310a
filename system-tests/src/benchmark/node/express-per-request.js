import { mint } from './cloudflare.js';
import { serve } from './express-app.js';

serve(mint);
