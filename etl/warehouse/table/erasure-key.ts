import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a workspace hashes the erased with. */
@Entity()
export class ErasureKey {
  @PrimaryColumn('uuid') workspaceId!: string;
  /** 32 random bytes, sealed with the secret key. */
  @Column('bytea') sealed!: Buffer;
}
