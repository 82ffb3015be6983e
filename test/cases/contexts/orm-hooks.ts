import { BeforeInsert, Column, Entity } from 'typeorm';
import { hashSync } from 'bcrypt';

@Entity()
export class User {
  @Column() password!: string;

  @BeforeInsert()
  hashPassword() {
    this.password = hashSync(this.password, 10); // expect: heavy-call bcrypt.hashSync
  }

  @BeforeInsert()
  async hashLater() {
    this.password = hashSync(this.password, 10); // expect: heavy-call bcrypt.hashSync
  }
}
