import { Controller, Get, Param, UseInterceptors } from '@nestjs/common';
import { CatsService } from './cats.service';

@Controller('cats')
export class CatsController {
  constructor(private catsService: CatsService) {}

  @Get()
  findAll() {
    return this.catsService.findAll(); // expect: blocking-io@warning node:fs.readFileSync
  }

  @Get(':id')
  @UseInterceptors()
  async findOne(@Param('id') id: string) {
    return this.catsService.findOne(id); // ok: that method is asynchronous and has the finding
  }
}
