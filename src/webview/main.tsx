import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { host, listen } from './host.ts';
import { kept, received, restored, type Model } from './model.ts';
import { Panel } from './panel.tsx';

const page = document.getElementById('panel');
if (page) render(<App />, page);

function App() {
  const [model, setModel] = useState<Model>(() => restored(host.getState()));
  useEffect(() => {
    listen((message) => setModel((before) => received(before, message)));
    host.postMessage({ type: 'ready' });
  }, []);
  useEffect(() => host.setState(kept(model)), [model]);
  return <Panel model={model} change={setModel} send={(message) => host.postMessage(message)} />;
}
