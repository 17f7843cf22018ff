using IamCore.Model;

namespace IamCore.Administration.Policies;

/// <summary>An identity that a managed policy is used for.</summary>
/// <param name="Kind">User, group or role.</param>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its unique id.</param>
/// <param name="Arn">Its ARN.</param>
public sealed record PolicyEntity(ObjectKind Kind, string Name, string Id, string Arn);
