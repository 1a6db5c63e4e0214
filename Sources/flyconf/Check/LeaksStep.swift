import DeployModel

extension CheckStep {
  static let leaks = CheckStep(
    name: "leaks", summary: "no file in git, and nothing about to be committed, holds a secret",
    reports: \.findsLeaks,
    needsProject: false,
    isLong: true,
    readsComments: true,
    look: { subject, found in
      let values = try SealedValues(in: subject)
      found.mask = ReportMask(values.known)
      var scan = LeakScan(subject.context.files, knowing: values.known)
      let root = subject.scannedFolder
      let failure = subject.failure(ofScanningWith: &scan)
      found.findings = scan.leaks.map { leak in
        leak.finding(in: subject.context.shown(Path.join(root, leak.file)))
      }
      found.findings += scan.remarks.map { remark in
        remark.finding(in: subject.context.shown(Path.join(root, remark.file)))
      }
      found.fileCount = scan.fileCount
      let what = subject.options.isStagedOnly ? "staged file" : "file"
      found.detail = "\(Counted(scan.fileCount, what)), \(values.detail)"
      // What was found until then is shown all the same.
      if let failure = failure ?? subject.failure(ofReadingNothingIn: scan) { throw failure }
    })
}

extension CheckSubject {
  /// The folder that the paths of leaks are relative to.
  fileprivate var scannedFolder: String {
    options.hasNoGit ? folder : git?.repository.workTree ?? folder
  }

  /// - Returns: Why not everything could be searched.
  fileprivate func failure(ofScanningWith scan: inout LeakScan) -> Failure? {
    do {
      try search(with: &scan)
      return nil
    } catch {
      return Failure(error)
    }
  }

  /// That there are files, and not one of them could be searched.
  fileprivate func failure(ofReadingNothingIn scan: LeakScan) -> Failure? {
    guard scan.fileCount == 0, let first = scan.leaks.first,
      scan.leaks.allSatisfy({ $0.kind == .unread })
    else { return nil }
    return Failure(
      "not one of \(Counted(scan.leaks.count, "file")) could be searched for secrets: \(first.what)"
    )
  }

  private func search(with scan: inout LeakScan) throws {
    if options.hasNoGit { return scan.scan(folder: folder) }
    let git = try requireGit()
    do throws(GitError) {
      if options.isStagedOnly {
        try scan.scan(staged: git.staged, in: git.repository)
      } else {
        try scan.scan(git.files.tracked, staged: git.staged, in: git.repository)
      }
    } catch {
      throw Failure(error.description, help: error.help)
    }
  }
}
