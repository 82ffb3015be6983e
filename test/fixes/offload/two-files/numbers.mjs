export function gcdSum(limit) {
  let sum = 0;
  for (let a = 1; a < limit; a++) {
    for (let b = 1; b < limit; b++) sum += gcd(a, b);
  }
  return sum;
}

function gcd(a, b) {
  return b === 0 ? a : gcd(b, a % b);
}
