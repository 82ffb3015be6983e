import { Body, Controller, Get, Injectable, OnModuleInit, Param, Post } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Process, Processor } from '@nestjs/bull';
import * as fs from 'fs';
import * as bcrypt from 'bcrypt';

@Injectable()
export class ReportService implements OnModuleInit {
  private template = '';

  onModuleInit() {
    this.template = fs.readFileSync('report.html', 'utf8'); // ok: start-up
  }

  render(id: string) {
    return this.template + fs.readFileSync(`data/${id}.json`, 'utf8');
  }

  @Cron('0 0 * * *')
  rotate() {
    fs.renameSync('report.log', 'report.log.1'); // expect: blocking-io node:fs.renameSync
  }
}

@Controller('reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get(':id')
  show(@Param('id') id: string) {
    return this.reports.render(id); // expect: blocking-io node:fs.readFileSync
  }

  @Post()
  async create(@Body() body: { password: string }) {
    return bcrypt.hashSync(body.password, 12); // expect: heavy-call bcrypt.hashSync
  }

  helper() {
    return fs.readdirSync('data'); // ok: no decorator, so nothing says that a request calls it
  }
}

@Processor('mail')
export class MailConsumer {
  @Process()
  send() {
    fs.writeFileSync('outbox', 'mail'); // expect: blocking-io node:fs.writeFileSync
  }
}
