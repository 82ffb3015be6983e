interface User {
  name: string;
}

interface Post {
  title: string;
}

async function loadUser(id: string) {
  const response = await fetch(`/users/${id}`);
  return response.json();
}

async function loadPosts(id: string) {
  const response = await fetch(`/posts/${id}`);
  return response.json();
}

export async function both(id: string) {
  const user: User = await loadUser(id);
  const posts: Post[] = await loadPosts(id);
  return { user, posts };
}

export async function one(id: string) {
  const user: User = await loadUser(id);
  const posts = await loadPosts(id);
  return { user, posts };
}
