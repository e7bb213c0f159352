/** What the guard may ask of a disk. The tests hand in one of their own; nothing here can write. */
export interface Disk {
  /** Where a path leads once every link on the way is followed. What is not there stays as it is. */
  readonly real: (path: string) => string;
  readonly isFolder: (path: string) => boolean;
  /** The names in a folder; none where there is no folder. */
  readonly names: (folder: string) => readonly string[];
  /** The text of a file, or nothing. */
  readonly read: (path: string) => string | undefined;
  /** `Frontend` and `frontend` are the same file. */
  readonly ignoresCase: boolean;
  /** Backslashes part folders, and a dot or a space at the end of a name is dropped. */
  readonly isWindows: boolean;
  readonly home: string;
}
