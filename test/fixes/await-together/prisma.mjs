import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function dashboard(team) {
  const members = await prisma.user.findMany({ where: { team } });
  const projects = await prisma.project.findMany({
    where: { team },
    orderBy: { name: 'asc' },
  });
  const count = await prisma.invoice.count({ where: { team } });
  return { members, projects, count };
}
