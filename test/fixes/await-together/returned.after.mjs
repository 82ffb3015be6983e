import axios from 'axios';

export async function profile(id) {
  const [user, recentPosts] = await Promise.all([
    axios.get(`/users/${id}`),
    axios.get(`/posts/${id}`),
  ]);
  return {
    id,
    user,
    'recent-posts': recentPosts,
  };
}

export async function pair(id) {
  return await Promise.all([axios.get(`/users/${id}`), axios.get(`/posts/${id}`)]);
}

export async function data(id) {
  const [user, posts] = await Promise.all([
    axios.get(`/users/${id}`),
    axios.get(`/posts/${id}`),
  ]);
  return {
    user: user.data,
    posts: posts.data,
  };
}
