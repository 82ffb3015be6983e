import axios from 'axios';

export async function profile(id) {
  return {
    id,
    user: await axios.get(`/users/${id}`),
    'recent-posts': await axios.get(`/posts/${id}`),
  };
}

export async function pair(id) {
  return [await axios.get(`/users/${id}`), await axios.get(`/posts/${id}`)];
}

export async function data(id) {
  return {
    user: (await axios.get(`/users/${id}`)).data,
    posts: (await axios.get(`/posts/${id}`)).data,
  };
}
