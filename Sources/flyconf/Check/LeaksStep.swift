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
      let root = try subject.scan(with: &scan)
      found.findings = scan.leaks.map { leak in
        leak.finding(in: subject.context.shown(Path.join(root, leak.file)))
      }
      found.findings += scan.remarks.map { remark in
        remark.finding(in: subject.context.shown(Path.join(root, remark.file)))
      }
      found.fileCount = scan.fileCount
      let what = subject.options.isStagedOnly ? "staged file" : "file"
      found.detail = "\(Counted(scan.fileCount, what)), \(values.detail)"
    })
}

extension CheckSubject {
  /// - Returns: The folder that the paths of leaks are relative to.
  fileprivate func scan(with scan: inout LeakScan) throws -> String {
    if options.hasNoGit {
      scan.scan(folder: folder)
      return folder
    }
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
    return git.repository.workTree
  }
}
