package io.medianest.model.admin;

import java.util.List;

/// The backups that are kept, the latest first.
public record BackupList(List<Backup> backups) {}
