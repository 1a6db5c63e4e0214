import Documents

/// Something that is wrong with a suppression in a file that was scanned.
package struct LeakRemark: Sendable {
  let remark: LineSuppressions.Remark
  /// The file's path relative to the folder that was scanned.
  package let file: String

  /// The finding that it is.
  ///
  /// - Parameter name: The file's name as it is shown.
  package func finding(in name: String) -> Finding { remark.finding(in: name) }

  /// What is the same of it wherever the same bytes of the file were read from; as bytes, for
  /// names that are spelled in two ways are two files.
  var identity: [[UInt8]] {
    [file, "\(remark.start.line):\(remark.start.column)", remark.fault.message]
      .map { Array($0.utf8) }
  }

  /// Whether it stands before another one, by file, line and column.
  static func isBefore(_ left: LeakRemark, _ right: LeakRemark) -> Bool {
    (left.file, left.remark.start) < (right.file, right.remark.start)
  }
}
