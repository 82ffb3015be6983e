const fs = require('node:fs');
const path = require('node:path');
const { Client, Collection, Events, GatewayIntentBits } = require('discord.js');

const client = new Client({ intents: [GatewayIntentBits.Guilds] });
client.commands = new Collection();

// ok: start-up
for (const file of fs.readdirSync(path.join(__dirname, 'commands')).filter((name) => name.endsWith('.js'))) {
  const command = require(path.join(__dirname, 'commands', file));
  client.commands.set(command.data.name, command);
}

client.on(Events.InteractionCreate, async (interaction) => {
  const scores = JSON.parse(fs.readFileSync('scores.json')); // expect: blocking-io node:fs.readFileSync
  scores[interaction.user.id] = (scores[interaction.user.id] ?? 0) + 1;
  fs.writeFileSync('scores.json', JSON.stringify(scores)); // expect: blocking-io node:fs.writeFileSync
});

module.exports = {
  data: { name: 'reset' },
  async execute(interaction) {
    fs.unlinkSync('scores.json'); // expect: blocking-io node:fs.unlinkSync
    await interaction.reply('done');
  },
};
