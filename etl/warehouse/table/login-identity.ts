import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom an OpenID Connect provider knows as whom of ours. */
@Entity()
export class LoginIdentity {
  @PrimaryColumn('text') issuer!: string;
  @PrimaryColumn('text') subject!: string;
  @Column('uuid') loginId!: string;
  @Column('timestamptz') linkedAt!: Date;
}
