namespace IamCore.Policies.Linting.Checks;

/// <summary>See <see cref="StatementShape.Outline"/>.</summary>
internal readonly record struct StatementOutline(bool IsAllow, ulong Actions, ulong NotActions, ulong Resources, ulong NotResources, ulong Keys);
