import { Injectable } from '@nestjs/common';
import { CatsRepository } from './cats.repository';

@Injectable()
export class CatsService {
  constructor(private readonly repository: CatsRepository) {}

  findAll() {
    return this.repository.all();
  }

  async findOne(id: string) {
    return this.repository.all()[id]; // expect: blocking-io@warning node:fs.readFileSync
  }
}
