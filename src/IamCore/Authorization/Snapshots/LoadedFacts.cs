using IamCore.Principals;

namespace IamCore.Authorization.Snapshots;

/// <summary>What one read told about some questions of one principal.</summary>
/// <param name="Revision">The revision of the read; 0 where nothing had to be read.</param>
/// <param name="Facts">One entry a question.</param>
/// <param name="Stored">What the user's or role's snapshot was made from; null for other kinds.</param>
internal sealed record LoadedFacts(long Revision, QuestionFacts[] Facts, PrincipalPolicies? Stored);
