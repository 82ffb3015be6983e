import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import {
  Catch,
  Injectable,
  type CanActivate,
  type ExceptionFilter,
  type NestInterceptor,
  type NestMiddleware,
  type OnModuleInit,
  type PipeTransform,
} from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection } from '@nestjs/websockets';

@Catch()
export class Filter implements ExceptionFilter {
  catch(error: unknown) {
    appendFileSync('log', String(error)); // expect: blocking-io
  }
}

@Injectable()
export class Guard implements CanActivate {
  canActivate() {
    return existsSync('open'); // expect: blocking-io
  }
}

export class Times implements NestInterceptor {
  intercept(context: unknown, next: { handle(): unknown }) {
    appendFileSync('times', 'x'); // expect: blocking-io
    return next.handle();
  }
}

export class Text implements PipeTransform<string> {
  transform(value: string) {
    return readFileSync(value, 'utf8'); // expect: blocking-io
  }
}

export class Log implements NestMiddleware {
  use(req: unknown, res: unknown, next: () => void) {
    appendFileSync('log', 'x'); // expect: blocking-io
    next();
  }
}

@WebSocketGateway()
export class Gateway implements OnGatewayConnection {
  handleConnection() {
    readFileSync('greeting'); // expect: blocking-io
  }
}

@Injectable()
export class Store implements OnModuleInit {
  onModuleInit() {
    readFileSync('store'); // ok: before the application serves
  }

  transform(text: string) {
    return readFileSync(text); // ok: nobody is known to call it, and it is no pipe
  }
}

interface Interceptor {
  intercept(name: string): Buffer;
}

export class Other implements Interceptor {
  intercept(name: string) {
    return readFileSync(name); // ok: an interface of the project
  }
}
