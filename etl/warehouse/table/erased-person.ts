import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody whose data was erased and must not come back with a later sync: a hash that only the workspace's key can make again. */
@Entity()
export class ErasedPerson {
  @PrimaryColumn('uuid') workspaceId!: string;
  /** 'address', 'name', or 'record' for the id of a record in its source. */
  @PrimaryColumn('text') kind!: string;
  /** HMAC-SHA256, hex. */
  @PrimaryColumn('text') hash!: string;
  @Column('timestamptz') erasedAt!: Date;
}
