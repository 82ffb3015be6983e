import React, { useEffect, useCallback } from 'react';
const { readFileSync } = window.require('fs');

export default class Viewer extends React.Component {
  async componentDidMount() {
    this.setState({ text: this.load() }); // ok: `window.require` is not known to be Node's
  }

  load() {
    return readFileSync(this.props.file);
  }

  render() {
    return <pre>{this.state?.text ?? <Loading onDone={() => {}} />}</pre>;
  }
}
