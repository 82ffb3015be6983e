import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function dashboard(team) {
  const [members, projects, count] = await Promise.all([
    prisma.user.findMany({ where: { team } }),
    prisma.project.findMany({
      where: { team },
      orderBy: { name: 'asc' },
    }),
    prisma.invoice.count({ where: { team } }),
  ]);
  return { members, projects, count };
}
