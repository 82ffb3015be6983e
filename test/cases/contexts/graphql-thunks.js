const fs = require('fs');
const { GraphQLObjectType, GraphQLString } = require('graphql');

exports.User = new GraphQLObjectType({
  name: 'User',
  fields: () => ({
    avatar: { type: GraphQLString, resolve: (user) => fs.readFileSync(user.avatar, 'utf8') }, // expect: blocking-io
    bio: {
      type: GraphQLString,
      resolve({ bio }) {
        return fs.readFileSync(bio, 'utf8'); // expect: blocking-io
      },
    },
  }),
});
