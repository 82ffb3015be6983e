import axios from 'axios';

export async function profile(id) {
  const [userResult, postsResult] = await Promise.all([
    axios.get(`/users/${id}`),
    axios.get(`/posts/${id}`),
  ]);
  const user = userResult.data;
  const posts = postsResult.data;
  return { user, posts };
}

export async function summary(id) {
  const [nameResult, { data: posts }] = await Promise.all([
    axios.get(`/users/${id}`),
    axios.get(`/posts/${id}`),
  ]);
  const name = nameResult.data.name.trim();
  return `${name} has ${posts.length}`;
}
