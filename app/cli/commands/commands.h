// The commands, by what they are about. Each adds its own to the tree.
#pragma once

namespace keywright {

class CommandTree;

void addKeyringCommands(CommandTree &tree);  ///< init, policies, where, check, flag, change-policy
void addIssueCommands(CommandTree &tree);    ///< create, test-key, rotate
void addListCommands(CommandTree &tree);     ///< list, show, export
void addEditCommands(CommandTree &tree);     ///< rename, scopes, limits, set-owner, note
void addRevokeCommands(CommandTree &tree);   ///< revoke, reactivate, delete
void addVerifyCommands(CommandTree &tree);   ///< verify, which
void addActivityCommands(CommandTree &tree); ///< activity, activity verify, activity export
void addBackupCommands(CommandTree &tree);   ///< backup, restore

} // namespace keywright
