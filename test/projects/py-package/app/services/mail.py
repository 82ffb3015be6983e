import smtplib

from ..utils import pause


def send(message):
    server = smtplib.SMTP("localhost")
    server.send_message(message)


def wait():
    pause()
