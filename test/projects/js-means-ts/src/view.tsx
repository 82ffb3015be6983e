import { statSync } from 'node:fs';
export class View {
  static load() {
    return statSync('3');
  }
  render = () => <b />;
}
