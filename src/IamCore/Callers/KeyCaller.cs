using IamCore.Model;

namespace IamCore.Callers;

/// <summary>A user or root user authenticated with a long-term access key (CR-038).</summary>
public sealed class KeyCaller : Caller
{
    internal KeyCaller(AccountId account, ObjectKey entity, string accessKeyId)
        : base(account, entity) => AccessKeyId = accessKeyId;

    /// <summary>The access key id.</summary>
    public string AccessKeyId { get; }

    /// <summary>Returns the access key id.</summary>
    public override string ToString() => AccessKeyId;
}
