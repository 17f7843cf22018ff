using IamCore.Principals;

namespace IamCore.Authorization.Snapshots;

/// <summary>What one load found about the questions of one principal.</summary>
/// <param name="Revision">The revision of the load; 0 if nothing had to be loaded.</param>
/// <param name="Facts">One entry per question.</param>
/// <param name="Stored">What the user's or role's snapshot was made from; null for other kinds.</param>
internal sealed record LoadedFacts(long Revision, QuestionFacts[] Facts, PrincipalPolicies? Stored);
