namespace IamCore.Authorization.Snapshots;

/// <summary>Everything the directory contains about one question, at one revision.</summary>
/// <param name="Revision">The revision; if the facts are valid for several, the latest.</param>
/// <param name="Since">The earliest revision for which the facts are valid.</param>
/// <param name="Principal">The principal; null if the directory does not know it.</param>
/// <param name="ResourceAccount">The resource's account, whether the directory contains it or not; null if the resource has none.</param>
/// <param name="Trust">The trust policy of the role in the question; null if it is about no role, or the directory does not contain the
/// role.</param>
/// <param name="IsOtherPartition">Whether the resource belongs to the partition of another account than the principal's (ID-070).</param>
internal readonly record struct QuestionFacts(
    long Revision, long Since, PrincipalSnapshot? Principal, AccountSnapshot? ResourceAccount, TrustSnapshot? Trust, bool IsOtherPartition = false);
