import { spread } from './spread';
import { serve } from './worker-pool';

serve(spread);
