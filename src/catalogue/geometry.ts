import { z } from 'zod';
import { ROOT } from '../env.ts';
import { readJson } from './files.ts';

const DepartmentShapes = z.strictObject({
  viewBox: z.string().regex(/^\d+( \d+){3}$/),
  departments: z.array(z.strictObject({ code: z.string(), path: z.string().regex(/^[Mlz\d -]+$/) })),
});
export type DepartmentShapes = z.infer<typeof DepartmentShapes>;

let shapes: DepartmentShapes | null = null;

/**
 * Outlines of the 96 metropolitan departments (`content/geometry`, whose README names source and licence). They change
 * neither a claim nor an employer page: the hash of the catalogue leaves them out.
 */
export function loadDepartmentShapes(): DepartmentShapes {
  shapes ??= readJson(`${ROOT}/content`, 'geometry/departments.json', DepartmentShapes);
  return shapes;
}
