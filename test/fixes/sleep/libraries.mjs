import atomicSleep from 'atomic-sleep';
import sleep from 'sleep';

export async function pause() {
  atomicSleep(10);
  sleep.msleep(10);
}
