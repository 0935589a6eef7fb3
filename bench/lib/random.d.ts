/** Numbers that look random and are the same in every run. */
export interface Random {
  below(limit: number): number;
}

export function createRandom(seed: number): Random;
