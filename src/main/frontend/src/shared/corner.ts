/** Where a sign of an element stands: at its upper left, where its menu does not open; of a way in the middle of a piece of it. */
export function corner({ waypoints }: any): { top: number; left: number } {
  if (!waypoints) return { top: -12, left: -12 };
  const at = Math.floor((waypoints.length - 1) / 2);
  const middle = (axis: "x" | "y") => (waypoints[at][axis] + waypoints[at + 1][axis]) / 2 - Math.min(...waypoints.map((point: any) => point[axis])) - 12;
  return { top: middle("y"), left: middle("x") };
}
