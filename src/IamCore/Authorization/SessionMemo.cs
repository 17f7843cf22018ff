using IamCore.Authorization.Snapshots;

namespace IamCore.Authorization;

/// <summary>What one authorizer has cached about one session.</summary>
internal sealed record SessionMemo(DirectoryAuthorizer Owner, PrincipalSnapshot Principal);
