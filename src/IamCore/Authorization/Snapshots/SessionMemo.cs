namespace IamCore.Authorization.Snapshots;

/// <summary>What one authorizer found out about one session.</summary>
internal sealed record SessionMemo(Authorizer Owner, PrincipalSnapshot Principal);
