import { Injectable } from '@nestjs/common';
import { readFileSync } from 'fs';

@Injectable()
export class CatsRepository {
  all(): Record<string, unknown> {
    return JSON.parse(readFileSync('cats.json', 'utf8'));
  }
}
