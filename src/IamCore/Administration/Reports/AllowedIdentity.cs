using IamCore.Model;

namespace IamCore.Administration.Reports;

/// <summary>A user or role that may do something.</summary>
/// <param name="Kind">User or role.</param>
/// <param name="Name">Its name.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="GrantedBy">The statements of its identity policies that grant it.</param>
public sealed record AllowedIdentity(ObjectKind Kind, string Name, string Arn, ValueList<StatementReference> GrantedBy);
