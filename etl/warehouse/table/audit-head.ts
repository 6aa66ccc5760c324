import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the audit log of a workspace ends, and where what is kept of it begins. */
@Entity()
export class AuditHead {
  @PrimaryColumn('uuid') workspaceId!: string;
  /** Of the last entry, as is its hash. */
  @Column('bigint') number!: string;
  @Column('text') hash!: string;
  /** Number of the oldest entry that is kept; 1 until some were too old. */
  @Column('bigint') keptFrom!: string;
  /** Hash of the entry before that. */
  @Column('text') keptHash!: string;
  /** Id of a key, a dot, and HMAC-SHA256 of the others with it, hex: whoever writes the table without the key is found. */
  @Column('text') seal!: string;
}
