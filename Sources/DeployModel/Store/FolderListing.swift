#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands in a folder, told from every other state of it without reading a file.
///
/// It is made of each file's name, size, times and number, as the system gives them. Who alters a
/// file cannot set the time at which the system says that this happened, unless the system's own
/// clock is set or the alteration falls into the same tick of it as what came before: files that
/// changed only just now are listed, so that they can be looked at again.
struct FolderListing: Hashable, Sendable {
  /// A hash over all that is known of the files, in the order in which the folder has them.
  ///
  /// They are not sorted: a folder in which nothing happened keeps its order, and a key that
  /// differs without need costs time and nothing else.
  var key: Hash256
  var count: Int
  /// How long the files are together, in bytes.
  var size: Int64
  /// The names of files that changed within the two seconds before the listing, or after it.
  var recent: [String]

  /// In nanoseconds; coarser than the clock of any file system, and of FAT.
  static let recency: Int64 = 2_000_000_000
}

extension FileSystem {
  /// The listing of a folder; nothing if there is none, or if a file went away meanwhile.
  ///
  /// - Parameter omitted: A file that is treated as if it were not there.
  func listing(
    of folder: String, omitting omitted: String? = nil
  ) throws(FileError) -> FolderListing? {
    let now = Self.nanosecondsNow()
    let opened = try attempt(.list, "read", folder, unless: [ENOENT]) { openFolder(folder) }
    guard opened >= 0 else { return nil }
    guard let stream = fdopendir(opened) else {
      let code = errno
      close(opened)
      throw FileError("read", folder, code: code)
    }
    defer { closedir(stream) }
    let names = try NameBuffer(of: folder, omitting: omitted) { readdir(stream) }
    let parts = ParallelWork.map(names.ranges) { ranges in
      Result<ListedPart, FileError> { () throws(FileError) in
        try listedPart(ranges, of: names, in: opened, folder, now)
      }
    }
    var bytes: [UInt8] = []
    var recent: [String] = []
    var size: Int64 = 0
    for part in parts {
      let part = try part.get()
      guard part.isWhole else { return nil }
      bytes += part.hash.bytes
      recent += part.recent
      size += part.size
    }
    return FolderListing(
      key: SHA256.hash(bytes), count: names.ranges.count, size: size, recent: recent)
  }

  private static func nanosecondsNow() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Hashes what the system knows of some of the files.
  private func listedPart(
    _ ranges: ArraySlice<Range<Int>>, of names: NameBuffer, in opened: Int32, _ folder: String,
    _ now: Int64
  ) throws(FileError) -> ListedPart {
    var part = ListedPart()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(ranges.count * 128)
    for range in ranges {
      var status = stat()
      let name = names.bytes[range]
      let code = try attempt(
        .inspect, "look at", Path.join(folder, names.text(range)), unless: [ENOENT]
      ) {
        name.withUnsafeBufferPointer { name -> Int32 in
          // Never nil: there is a zero byte at least.
          guard let start = name.baseAddress else { return 0 }
          return fstatat(opened, start, &status, AT_SYMLINK_NOFOLLOW)
        }
      }
      guard code == 0 else {
        part.isWhole = false
        return part
      }
      let file = FileStatus(status)
      part.size += Int64(file.size)
      let numbers = (
        Int64(file.size), file.modified, file.changed, file.inode, file.device,
        UInt64(status.st_mode)
      )
      // The zero byte ends the name, in which there is none.
      name.withUnsafeBytes { bytes += $0 }
      withUnsafeBytes(of: numbers) { bytes += $0 }
      if file.changed > now - FolderListing.recency { part.recent.append(names.text(range)) }
    }
    part.hash = SHA256.hash(bytes)
    return part
  }
}

/// What a part of a folder's files comes to.
private struct ListedPart: Sendable {
  var hash = SHA256.hash([])
  var size: Int64 = 0
  var recent: [String] = []
  /// Whether all files were still there.
  var isWhole = true
}

/// The names in a folder as the system has them: strings of ten thousand would take longer than
/// everything else.
private struct NameBuffer: Sendable {
  private(set) var bytes: [CChar] = []
  /// Where each name stands, with the zero byte behind it.
  private(set) var ranges: [Range<Int>] = []

  /// Reads the names of a folder but `.` and `..`, in the folder's order.
  init(
    of folder: String, omitting omitted: String?, next: () -> UnsafeMutablePointer<dirent>?
  ) throws(FileError) {
    let skipped = [".", ".."] + [omitted].compactMap(\.self)
    let passed = skipped.map { Array($0.utf8CString) }
    while true {
      // The end and an error are told apart by errno alone.
      errno = 0
      guard let entry = next() else { break }
      let start = bytes.count
      withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 1) { name in
          bytes += UnsafeBufferPointer(start: name, count: strlen(name) + 1)
        }
      }
      if passed.contains(where: { $0[...] == bytes[start...] }) {
        bytes.removeSubrange(start...)
      } else {
        ranges.append(start..<bytes.count)
      }
    }
    let code = errno
    guard code == 0 else { throw FileError("read", folder, code: code) }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
