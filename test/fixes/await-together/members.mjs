import axios from 'axios';

export async function profile(id) {
  const user = (await axios.get(`/users/${id}`)).data;
  const posts = (await axios.get(`/posts/${id}`)).data;
  return { user, posts };
}

export async function summary(id) {
  const name = (await axios.get(`/users/${id}`)).data.name.trim();
  const { data: posts } = await axios.get(`/posts/${id}`);
  return `${name} has ${posts.length}`;
}
