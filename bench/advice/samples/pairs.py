ITEMS = [list(range(700)) for _ in range(4)]
IS_EACH = True
SHAPE = {"tasks": 4, "wait": 0}


# advise: parallelism compute
async def subject(numbers):
    return job(numbers)


def job(numbers):
    count = 0
    for left in numbers:
        for right in numbers:
            if (left * right) % 7 == 0:
                count += 1
    return count
