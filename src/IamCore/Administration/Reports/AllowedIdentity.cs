using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>A user or role that is allowed to perform an action.</summary>
/// <param name="Kind">The kind of identity: user or role.</param>
/// <param name="Name">The name.</param>
/// <param name="Arn">The ARN.</param>
/// <param name="GrantedBy">The statements of its identity policies that grant the action.</param>
public sealed record AllowedIdentity(ObjectKind Kind, string Name, string Arn, ValueList<StatementReference> GrantedBy);
