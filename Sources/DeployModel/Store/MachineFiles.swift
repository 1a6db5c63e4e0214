/// Files of a project's folder that only one machine needs, which git is to leave out.
package enum MachineFiles {
  /// Names such as commands make, one of each kind.
  ///
  /// - Parameter hasReads: Whether logs of reads are among them: a vault may track them.
  package static func names(withReads hasReads: Bool) -> [String] {
    let reads = hasReads ? ["\(ReadLog.folderName)/log.jsonl"] : []
    return [Journal.name, TemporaryName.journal, "\(EventFolder.name)/event.json"] + reads
  }
}
