package import Documents

extension ProjectFile {
  /// The way from the file's root to an entry of its list.
  package func entryPath(_ index: Int) -> FieldPath {
    switch layout {
    case .object: FieldPath()
    case .list(let key): FieldPath([.key(key), .index(index)])
    case .lines: FieldPath([.index(index)])
    }
  }

  /// The beginning of a path that leads to the entity the path goes through.
  func entryPath(around path: FieldPath) -> FieldPath? {
    let length =
      switch layout {
      case .object: 0
      case .list: 2
      case .lines: 1
      }
    return path.steps.count >= length ? FieldPath(Array(path.steps.prefix(length))) : nil
  }
}
