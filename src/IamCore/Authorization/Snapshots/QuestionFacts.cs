namespace IamCore.Authorization.Snapshots;

/// <summary>All that the directory knows about one question, as of one revision.</summary>
/// <param name="Revision">The revision; the latest where it is right for several.</param>
/// <param name="Since">The earliest revision that it is right for.</param>
/// <param name="Principal">Who asks; null where the directory does not know them.</param>
/// <param name="ResourceAccount">The resource's account, held or not; null where the resource has none.</param>
/// <param name="Trust">The trust policy of the role that the question is about; null where it is about none, or the role is not held.</param>
/// <param name="IsOtherPartition">Whether the resource is in the partition of another account than the principal's (ID-070).</param>
internal readonly record struct QuestionFacts(
    long Revision, long Since, PrincipalSnapshot? Principal, AccountSnapshot? ResourceAccount, TrustSnapshot? Trust, bool IsOtherPartition = false);
