"""ECR: an image that serves HTTP, pushed by ECR's own operations."""

import base64
import gzip
import hashlib
import io
import json
import sys
import tarfile

REPOSITORY = "exercise/web"
PROGRAM = "#!/bin/sh\nexec {python} -m http.server 8080 --bind $HOST\n"


def run(exercise, made):
    ecr = exercise.client("ecr")
    repository = ecr.create_repository(repositoryName=REPOSITORY, imageTagMutability="IMMUTABLE")["repository"]
    made["image"] = repository["repositoryUri"] + ":v1"
    ecr.create_repository(repositoryName="exercise/other", imageScanningConfiguration={"scanOnPush": True})
    exercise.holds("two repositories are two pages", len(exercise.pages(ecr, "describe_repositories")) == 2)
    password = base64.b64decode(ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]).decode()
    exercise.holds("the token is for the user AWS", password.startswith("AWS:"))
    manifest = upload(exercise, ecr)
    put = lambda **more: ecr.put_image(repositoryName=REPOSITORY, imageManifest=manifest, **more)  # noqa: E731
    digest = put(imageTag="v1")["image"]["imageId"]["imageDigest"]
    exercise.refused("ImageTagAlreadyExistsException", put, imageTag="v1")
    ecr.put_image_tag_mutability(repositoryName=REPOSITORY, imageTagMutability="MUTABLE")
    put(imageTag="latest")
    pages = exercise.pages(ecr, "list_images", repositoryName=REPOSITORY)
    exercise.holds("two tags are two pages", len(pages) == 2)
    of = {"repositoryName": REPOSITORY, "imageId": {"imageTag": "v1"}}
    exercise.refused("ScanNotFoundException", ecr.describe_image_scan_findings, **of)
    ecr.start_image_scan(**of)
    exercise.wait(ecr, "image_scan_complete", **of)
    exercise.pages(ecr, "describe_image_scan_findings", **of)
    details = exercise.pages(ecr, "describe_images", repositoryName=REPOSITORY)[0]["imageDetails"]
    exercise.holds("the image is described by its digest", details[0]["imageDigest"] == digest)
    ids = [{"imageTag": "v1"}, {"imageTag": "absent"}]
    exercise.holds("an absent image is a failure", len(ecr.batch_get_image(repositoryName=REPOSITORY, imageIds=ids)["failures"]) == 1)
    ecr.batch_delete_image(repositoryName=REPOSITORY, imageIds=[{"imageTag": "latest"}, {"imageTag": "absent"}])
    exercise.refused("RepositoryNotFoundException", ecr.describe_images, repositoryName="exercise/absent")


def upload(exercise, ecr):
    config = json.dumps({"architecture": "amd64", "os": "linux", "config": {"Entrypoint": ["/serve"]}}).encode()
    blobs = [config, gzip.compress(layer(), mtime=0)]
    for blob in blobs:
        name = digest_of(blob)
        upload_id = ecr.initiate_layer_upload(repositoryName=REPOSITORY)["uploadId"]
        part = {"repositoryName": REPOSITORY, "uploadId": upload_id, "partFirstByte": 0, "partLastByte": len(blob) - 1}
        ecr.upload_layer_part(layerPartBlob=blob, **part)
        ecr.complete_layer_upload(repositoryName=REPOSITORY, uploadId=upload_id, layerDigests=[name])
    exercise.refused(
        "UploadNotFoundException", ecr.complete_layer_upload, repositoryName=REPOSITORY, layerDigests=[digest_of(b"")],
        uploadId="11111111-2222-3333-4444-555555555555",
    )  # fmt: skip
    both = ecr.batch_check_layer_availability(repositoryName=REPOSITORY, layerDigests=[digest_of(blobs[1]), digest_of(b"")])
    exercise.holds("one layer is there, one is not", sorted(each["layerAvailability"] for each in both["layers"]) == ["AVAILABLE", "UNAVAILABLE"])
    url = ecr.get_download_url_for_layer(repositoryName=REPOSITORY, layerDigest=digest_of(config))["downloadUrl"]
    exercise.holds("a layer can be downloaded", url.startswith("http"))
    exercise.refused("LayersNotFoundException", ecr.get_download_url_for_layer, repositoryName=REPOSITORY, layerDigest=digest_of(b""))
    described = [{"mediaType": kind, "digest": digest_of(blob), "size": len(blob)} for kind, blob in zip(KINDS, blobs)]
    return json.dumps({"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": described[0], "layers": described[1:]})


KINDS = ("application/vnd.oci.image.config.v1+json", "application/vnd.oci.image.layer.v1.tar+gzip")


def digest_of(blob):
    return "sha256:" + hashlib.sha256(blob).hexdigest()


def layer():
    """A program, and a package that a scan can find."""
    packed = io.BytesIO()
    files = {
        "serve": (PROGRAM.format(python=sys.executable), 0o755),
        "app/package.json": ('{"name":"left-pad","version":"1.0.0"}', 0o644),
    }
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, (text, mode) in files.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(text), mode
            archive.addfile(entry, io.BytesIO(text.encode()))
    return packed.getvalue()
