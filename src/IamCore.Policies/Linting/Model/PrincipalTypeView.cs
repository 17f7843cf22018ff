namespace IamCore.Policies.Linting.Model;

/// <summary>The values of one principal type.</summary>
internal sealed record PrincipalTypeView(PrincipalEntryType Type, ElementView Values);
