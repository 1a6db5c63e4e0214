#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {
  /// The names in a folder without `.` and `..`, sorted; nothing if there is no such folder.
  package func names(in folder: String) throws(FileError) -> [String]? {
    guard let opened = try open(folder: folder) else { return nil }
    guard let stream = fdopendir(opened) else {
      let code = errno
      close(opened)
      throw FileError("read", folder, code: code)
    }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      // The end and an error are told apart by errno alone.
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    let code = errno
    guard code == 0 else { throw FileError("read", folder, code: code) }
    return names.sorted()
  }

  /// What stands at a path, links not followed; nothing if nothing does.
  package func status(of path: String) throws(FileError) -> FileStatus? {
    var status = stat()
    let code = try attempt(.inspect, "look at", path, unless: [ENOENT, ENOTDIR]) {
      lstat(path, &status)
    }
    return code == 0 ? FileStatus(status) : nil
  }

  /// What stands under each of some names of a folder, links not followed, in their order.
  package func statuses(
    of names: [String], in folder: String
  ) throws(FileError) -> [FileStatus?] {
    guard let opened = try open(folder: folder) else { return names.map { _ in nil } }
    defer { close(opened) }
    var statuses: [FileStatus?] = []
    statuses.reserveCapacity(names.count)
    for name in names {
      var status = stat()
      let code = try attempt(.inspect, "look at", Path.join(folder, name), unless: [ENOENT]) {
        fstatat(opened, name, &status, AT_SYMLINK_NOFOLLOW)
      }
      statuses.append(code == 0 ? FileStatus(status) : nil)
    }
    return statuses
  }

  /// The bytes of each of some files of a folder, in their order; nothing for one that is not
  /// there.
  ///
  /// Each must be a regular file: a link is refused, so that nothing outside is read.
  ///
  /// - Parameter limit: A file larger than this many bytes is refused.
  package func bulkContents(
    of names: [String], in folder: String, limit: Int
  ) throws(FileError) -> [[UInt8]?] {
    guard let opened = try open(folder: folder) else { return names.map { _ in nil } }
    defer { close(opened) }
    let parts = ParallelWork.map(names) { part in
      Result<[[UInt8]?], FileError> { () throws(FileError) in
        var contents: [[UInt8]?] = []
        contents.reserveCapacity(part.count)
        for name in part {
          contents.append(
            try plainContents(of: name, in: opened, Path.join(folder, name), limit: limit))
        }
        return contents
      }
    }
    var contents: [[UInt8]?] = []
    contents.reserveCapacity(names.count)
    for part in parts { contents += try part.get() }
    return contents
  }

  /// The bytes of a regular file that is no link; nothing if there is no such file.
  ///
  /// - Parameter limit: A file larger than this many bytes is refused.
  package func plainContents(of path: String, limit: Int) throws(FileError) -> [UInt8]? {
    try plainContents(of: path, in: AT_FDCWD, path, limit: limit)
  }

  private func plainContents(
    of name: String, in folder: Int32, _ path: @autoclosure () -> String, limit: Int
  ) throws(FileError) -> [UInt8]? {
    let (file, code) = outcome(.open, path()) {
      openat(folder, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    }
    switch code {
    case 0: break
    case ENOENT: return nil
    case ELOOP: throw .link("read", path())
    default: throw FileError("read", path(), code: code)
    }
    defer { close(file) }
    return try contents(ofOpen: file, path(), limit: limit)
  }

  private func open(folder: String) throws(FileError) -> Int32? {
    let opened = try attempt(.list, "read", folder, unless: [ENOENT]) {
      openFolder(folder)
    }
    return opened < 0 ? nil : opened
  }
}
