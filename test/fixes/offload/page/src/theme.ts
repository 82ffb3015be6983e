document.body.classList.add('light');

export {};
